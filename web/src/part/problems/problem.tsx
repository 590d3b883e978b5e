import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import * as core from "../../core";
import type { Diagnostic } from "../../core";
import { folders } from "../../io/bundle";
import { files, text } from "../../state/design";
import { t } from "../../texts";
import { goTo, goToText } from "../../state/jump";
import { ticked } from "../ticked";
import { Markdown } from "../markdown";
import { lineAt } from "../text/lines";
import { mend } from "./mend";

/** Findings whose page is unfolded: it stays so while the design changes. */
const unfolded = signal<ReadonlySet<string>>(new Set());

/** One finding: what is wrong, what to do, where it is. */
export function Problem({ found }: { found: Diagnostic }) {
  const [frame, setFrame] = useState(false);
  const place = found.at[0];
  const line = place?.span ? lineAt(text.value, place.span.start) : -1;
  return (
    <li class={`problem ${found.severity}`}>
      <p class="problem-message">
        <span class="problem-sign" aria-hidden="true" />
        <span>{ticked(capital(found.message))}</span>
      </p>
      {found.help !== "" && <p class="problem-help">{ticked(capital(found.help))}</p>}
      <div class="problem-tools">
        {found.fix && (
          <button type="button" class="button strong" onClick={() => mend(found)}>
            {capital(found.fix.title)}
          </button>
        )}
        {found.at.map((it) =>
          it.path === "" ? null : (
            <button key={it.path} type="button" class="link" onClick={() => goTo(it.path)}>
              {t("problems.go", { path: it.path })}
            </button>
          ),
        )}
        {line >= 0 && (
          <button type="button" class="link" aria-expanded={frame} onClick={() => setFrame(!frame)}>
            {t("problems.line", { line: line + 1 })}
          </button>
        )}
        {place?.span && place.path === "" && <InText {...place.span} />}
        <button
          type="button"
          class="link"
          aria-expanded={unfolded.value.has(found.code)}
          onClick={() => toggle(found.code)}
        >
          {t("problems.why")}
        </button>
        <code class="problem-code">{found.code}</code>
      </div>
      {frame && place?.span && <Frame design={text.value} start={place.span.start} end={place.span.end} />}
      {unfolded.value.has(found.code) && <About code={found.code} source={found.source} />}
    </li>
  );
}

/** Where no field asks for it, it is mended in the text. */
function InText({ start, end }: core.Span) {
  return (
    <button type="button" class="link" onClick={() => goToText(start, end)}>
      {t("text.go")}
    </button>
  );
}

function toggle(code: string) {
  const now = new Set(unfolded.value);
  if (!now.delete(code)) now.add(code);
  unfolded.value = now;
}

/** The page of a code. */
function About({ code, source }: { code: string; source: string }) {
  const page = core.explain(code).page;
  const from = source || page?.source;
  return (
    <div class="problem-page">
      {page && <h3>{ticked(capital(page.title))}</h3>}
      {page && <Markdown text={page.text} />}
      {from && <p class="problem-source">{t("problems.source", { source: from })}</p>}
    </div>
  );
}

/** The place in the design's text, with two lines around it. */
function Frame({ design, start, end }: { design: string; start: number; end: number }) {
  const first = lineAt(design, start);
  const lines = design.split("\n");
  const from = Math.max(0, first - 2);
  const shown = lines.slice(from, first + 3);
  const begin = start - lines.slice(0, first).reduce((sum, it) => sum + it.length + 1, 0);
  return (
    <pre class="problem-frame" tabIndex={0} dir="ltr">
      {shown.map((line, at) => (
        <span key={at} class={from + at === first ? "frame-line here" : "frame-line"} data-n={from + at + 1}>
          {from + at === first
            ? [
                line.slice(0, begin),
                <mark key="mark">{line.slice(begin, begin + Math.max(1, end - start))}</mark>,
                line.slice(begin + Math.max(1, end - start)),
              ]
            : line}
          {"\n"}
        </span>
      ))}
    </pre>
  );
}

/** With a capital at the beginning, unless that is the name of a node or load balancer. */
function capital(said: string): string {
  const named = folders(files.value).some((it) => said.startsWith(`${it.slice(it.indexOf("/") + 1)} `));
  return named ? said : said.charAt(0).toUpperCase() + said.slice(1);
}
