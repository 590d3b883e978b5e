import { ACTIONS } from "../actions";
import { keycaps, spoken } from "../actions/keys";
import { t } from "../texts";
import { Icon, isSign } from "./icon";

/** The button of an action: its sign, its title and its shortcut. `about` says more, such as what would be undone. */
export function ActionButton({ id, about = "", tone = "" }: { id: string; about?: string | undefined; tone?: string }) {
  const found = ACTIONS.value.find((it) => it.id === id);
  if (!found) return null;
  const title = about ? `${t(found.title)}: ${about}` : t(found.title);
  const hint = found.keys ? `${title} (${keycaps(found.keys).join("+")})` : title;
  return (
    <button
      type="button"
      class={`button action ${tone}`}
      title={hint}
      aria-keyshortcuts={spoken(found)}
      disabled={!(found.enabled?.() ?? true)}
      onClick={() => found.run()}
    >
      {isSign(id) && <Icon sign={id} />}
      <span class="action-title">{t(found.short ?? found.title)}</span>
      {about && <span class="hidden">: {about}</span>}
      {found.keys && <Keys keys={found.keys} />}
    </button>
  );
}

/** A shortcut, key by key. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span class="keys" aria-hidden="true" dir="ltr">
      {keycaps(keys).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
