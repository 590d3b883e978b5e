import { name, redoable, undoable, unsaved } from "../../state/design";
import { chooseLanguage, chooseTheme, isLanguage, theme, THEMES } from "../../state/taste";
import { screen } from "../../state/view";
import { language, LANGUAGES, t } from "../../texts";
import { ActionButton } from "../button";

/** The page's name, what can be done everywhere, and how the page looks. */
export function Header() {
  const working = screen.value !== "gallery";
  return (
    <header class={working ? "header working" : "header"}>
      <a
        class="brand"
        href="#"
        title={t("action.gallery")}
        onClick={(event) => {
          event.preventDefault();
          screen.value = "gallery";
        }}
      >
        wso2-design
      </a>
      {working && (
        <span class="design-name">
          {name.value}
          {unsaved.value && (
            <span class="unsaved" title={t("page.unsaved")}>
              <span class="hidden">{t("page.unsaved")}</span>
            </span>
          )}
        </span>
      )}
      <div class="tools" role="group" aria-label={t("page.tools")}>
        {working && (
          <>
            <ActionButton id="undo" about={undoable.value} />
            <ActionButton id="redo" about={redoable.value} />
            <span class="gap" />
            <ActionButton id="open" />
            <ActionButton id="save" />
            <ActionButton id="share" />
            <ActionButton id="differences" />
            <ActionButton id="drift" />
            <ActionButton id="download" tone="strong" />
          </>
        )}
      </div>
      <div class="taste">
        <label>
          <span class="hidden">{t("page.theme")}</span>
          <select
            value={theme.value}
            title={t("page.theme")}
            onChange={(event) => {
              const to = THEMES.find((it) => it === event.currentTarget.value);
              if (to) chooseTheme(to);
            }}
          >
            {THEMES.map((it) => (
              <option key={it} value={it}>
                {t(`theme.${it}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="hidden">{t("page.language")}</span>
          <select
            value={language.value}
            title={t("page.language")}
            onChange={(event) => {
              if (isLanguage(event.currentTarget.value)) chooseLanguage(event.currentTarget.value);
            }}
          >
            {Object.entries(LANGUAGES).map(([key, it]) => (
              <option key={key} value={key} lang={key}>
                {it.name}
              </option>
            ))}
          </select>
        </label>
        <ActionButton id="keys" />
      </div>
    </header>
  );
}
