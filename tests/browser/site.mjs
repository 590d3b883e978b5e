// The built pages, served from a path of a host as a static host would: compressed, with types, and nothing else.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const BUILT = fileURLToPath(new URL("../../web/dist/", import.meta.url));
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"]);

/** Serves the pages on loopback at a path; gives their address and how to stop. */
export async function serve(path = "/tools/wso2/", folder = BUILT) {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder} is not built: run \`npm run build\` in web/`);
  /** Compressed once, as hosts keep it: otherwise their work would be in the times of the page. */
  const packed = new Map();
  const compressed = (file) => {
    const changed = statSync(file).mtimeMs;
    const kept = packed.get(file);
    if (kept?.changed === changed) return kept.bytes;
    const bytes = gzipSync(readFileSync(file), { level: 6 });
    packed.set(file, { changed, bytes });
    return bytes;
  };
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const inside = asked.startsWith(path) ? normalize(asked.slice(path.length) || "index.html") : "..";
    const file = join(folder, inside);
    if (inside.startsWith("..") || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const extension = extname(file);
    const headers = { "content-type": TYPES[extension] ?? "application/octet-stream", "cache-control": "no-cache" };
    if (COMPRESSED.has(extension) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
      const bytes = compressed(file);
      response.writeHead(200, { ...headers, "content-encoding": "gzip", "content-length": bytes.length }).end(bytes);
    } else {
      response.writeHead(200, headers);
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  return {
    address: `http://127.0.0.1:${port}${path}`,
    stop: () => new Promise((done) => server.close(done).closeAllConnections()),
  };
}
