// Markdown as the core writes it. The kept library takes it apart; what goes on the page are elements made here, so that no HTML of a
// text ever does.
import type { MarkedToken, Token, Tokens } from "marked";
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

type Lexer = (text: string) => Token[];

let lexer: Lexer | undefined;

async function load(): Promise<Lexer> {
  const { Lexer } = await import("marked");
  return (lexer = (text) => Lexer.lex(text));
}

/** A text in Markdown; as it stands until the library is there. */
export function Markdown({ text }: { text: string }) {
  const [ready, setReady] = useState(lexer !== undefined);
  useEffect(() => {
    if (ready) return;
    let gone = false;
    void load().then(() => gone || setReady(true));
    return () => {
      gone = true;
    };
  }, [ready]);
  return <div class="markdown">{lexer ? lexer(text).map(block) : <p class="plain">{text}</p>}</div>;
}

const inline = (tokens: readonly Token[] | undefined): ComponentChildren => tokens?.map(block);

function block(token: Token, at: number): ComponentChildren {
  const known = token as MarkedToken; // The library's types name every token that its lexer gives without extensions.
  switch (known.type) {
    case "space":
    case "def":
    case "hr":
      return null;
    case "heading":
      return (
        <Heading key={at} depth={known.depth}>
          {inline(known.tokens)}
        </Heading>
      );
    case "paragraph":
      return <p key={at}>{inline(known.tokens)}</p>;
    case "blockquote":
      return <blockquote key={at}>{inline(known.tokens)}</blockquote>;
    case "code":
      return (
        <pre key={at} tabIndex={0}>
          <code>{known.text}</code>
        </pre>
      );
    case "list":
      return <List key={at} list={known} />;
    case "table":
      return <Table key={at} table={known} />;
    case "codespan":
      return <code key={at}>{known.text}</code>;
    case "strong":
      return <strong key={at}>{inline(known.tokens)}</strong>;
    case "em":
      return <em key={at}>{inline(known.tokens)}</em>;
    case "del":
      return <del key={at}>{inline(known.tokens)}</del>;
    case "br":
      return <br key={at} />;
    case "link":
      return (
        <Link key={at} href={known.href}>
          {inline(known.tokens)}
        </Link>
      );
    case "text":
      return "tokens" in known && known.tokens ? inline(known.tokens) : unescaped(known.text);
    default:
      // What is left is what was escaped, pictures, and HTML: its text.
      return "text" in known ? unescaped(String(known.text)) : known.raw;
  }
}

/** A heading below the page's own. */
function Heading({ depth, children }: { depth: number; children?: ComponentChildren }): VNode {
  return depth <= 2 ? <h4>{children}</h4> : <h5>{children}</h5>;
}

function List({ list }: { list: Tokens.List }) {
  const items = list.items.map((item, at) => <li key={at}>{inline(item.tokens)}</li>);
  return list.ordered ? <ol start={list.start === "" ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table }: { table: Tokens.Table }) {
  return (
    <div class="markdown-table" role="region" tabIndex={0} aria-label={table.header.map((it) => it.text).join(", ")}>
      <table>
        <thead>
          <tr>
            {table.header.map((cell, at) => (
              <th key={at}>{inline(cell.tokens)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) => (
                <td key={place}>{inline(cell.tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A link to elsewhere opens elsewhere; one into the bundle is a name only. */
function Link({ href, children }: { href: string; children?: ComponentChildren }) {
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The library escapes what it means for HTML; here text is text. */
function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (mark, name: string) => CHARACTERS[name] ?? mark);
}
