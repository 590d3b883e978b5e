// The service worker: keeps the files of one version of the page, and serves the page from them. It never asks another host.
const VERSION = "VERSION";
const FILES = ["FILES"];
// Pages of other folders of the same host have caches of their own.
const PREFIX = `wso2-design ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  // What has its sum in its name never changes; the rest is asked for anew.
  const request = (path) => new Request(path, { cache: /-[\w-]{8}\.\w+$/.test(path) ? "default" : "no-cache" });
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map(request))));
});

self.addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(PREFIX) && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))));
});

// A new version waits until the person wants it: the files of two versions do not go together.
self.addEventListener("message", (event) => {
  if (event.data === "take over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const scope = self.registration.scope;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const address = new URL(request.url);
  const path = address.pathname.slice(new URL(scope).pathname.length);
  const kept =
    request.mode === "navigate" && (path === "" || path === "index.html") ? scope : address.origin + address.pathname;
  event.respondWith(caches.open(CACHE).then(async (cache) => (await cache.match(kept)) ?? fetch(request)));
});
