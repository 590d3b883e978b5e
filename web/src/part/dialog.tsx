import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../texts";
import { Icon } from "./icon";

interface Props {
  title: string;
  /** Told when the dialog is left: by its button, by Escape, or by a click beside it. */
  onClose: () => void;
  children: ComponentChildren;
  wide?: boolean;
}

/** A dialog over the page: draw it to open it. The focus goes back to where it was. */
export function Dialog({ title, onClose, children, wide = false }: Props) {
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const dialog = place.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const besides = (event: MouseEvent) => {
    if (event.target === place.current) onClose();
  };
  return (
    <dialog
      ref={place}
      class={wide ? "dialog wide" : "dialog"}
      aria-labelledby="dialog-title"
      onClick={besides}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id="dialog-title">{title}</h2>
          <button type="button" class="button bare" aria-label={t("page.close")} onClick={onClose}>
            <Icon sign="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
