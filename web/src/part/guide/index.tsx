// The run-book as a list to tick off: from the bundle to a cluster that runs.
import { computed, signal } from "@preact/signals";
import * as core from "../../core";
import type { Task } from "../../core";
import { sound } from "../../state/design";
import { pane } from "../../state/view";
import { t } from "../../texts";
import "../../style/guide.css";
import { show } from "../files/bundle";
import { Markdown } from "../markdown";

/** What was done, by section and words: ticks are kept while the design changes, and forgotten with the page. */
const done = signal<ReadonlySet<string>>(new Set());

const tasks = computed<readonly Task[]>(() => (sound.value === "" ? [] : core.tasks(sound.value)));

interface Section {
  title: string;
  parts: { title: string | null; tasks: Task[] }[];
}

const sections = computed(() => {
  const all: Section[] = [];
  for (const task of tasks.value) {
    let section = all.at(-1);
    if (section?.title !== task.section) all.push((section = { title: task.section, parts: [] }));
    let part = section.parts.at(-1);
    if (!part || part.title !== task.part) section.parts.push((part = { title: task.part, tasks: [] }));
    part.tasks.push(task);
  }
  return all;
});

const keyOf = (task: Task) => `${task.section}\n${task.part ?? ""}\n${task.text}`;
const ticked = (all: readonly Task[]) => all.filter((it) => done.value.has(keyOf(it))).length;

export function Guide() {
  const count = tasks.value.length;
  if (count === 0) return <p class="guide-none">{t("guide.none")}</p>;
  const now = ticked(tasks.value);
  return (
    <div class="guide">
      <header class="guide-head">
        <h2>{t("guide.title")}</h2>
        <label class="guide-progress">
          <progress max={count} value={now} />
          <span aria-live="polite">{t("guide.progress", { done: now, count })}</span>
        </label>
        <p class="quiet">
          {t("guide.note")}{" "}
          <button type="button" class="link" onClick={openBook}>
            {t("guide.open")}
          </button>
        </p>
      </header>
      <ol class="guide-sections">
        {sections.value.map((it) => (
          <SectionOf key={it.title} section={it} />
        ))}
      </ol>
    </div>
  );
}

function openBook() {
  show("guide.md");
  pane.value = "files";
}

function SectionOf({ section }: { section: Section }) {
  const all = section.parts.flatMap((it) => it.tasks);
  const now = ticked(all);
  return (
    <li class={now === all.length ? "guide-section all" : "guide-section"}>
      <h3>
        {section.title} <span class="guide-count">{t("guide.progress", { done: now, count: all.length })}</span>
      </h3>
      {section.parts.map((part, at) => (
        <div key={`${part.title} ${at}`}>
          {part.title !== null && <h4>{part.title}</h4>}
          <ul>
            {part.tasks.map((it) => (
              <Tick key={keyOf(it)} task={it} />
            ))}
          </ul>
        </div>
      ))}
    </li>
  );
}

function Tick({ task }: { task: Task }) {
  const key = keyOf(task);
  const isDone = done.value.has(key);
  const id = `task-${key.length}-${hash(key)}`;
  return (
    <li class={isDone ? "guide-task done" : "guide-task"}>
      <input
        type="checkbox"
        checked={isDone}
        aria-labelledby={id}
        onChange={() => {
          const now = new Set(done.value);
          if (!now.delete(key)) now.add(key);
          done.value = now;
        }}
      />
      <div id={id}>
        <Markdown text={task.text} />
      </div>
    </li>
  );
}

/** A short name for a text, good enough to tell the tasks of one page apart. */
function hash(words: string): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 1) sum = (Math.imul(sum, 31) + words.charCodeAt(at)) >>> 0;
  return sum;
}
