interface Props {
  id: string;
  label: string;
  accept?: string;
  multiple?: boolean;
  /** Whether a whole folder is chosen. */
  folder?: boolean;
  onFiles: (list: FileList) => void;
}

/** A button that lets a person choose files: an input of its kind, in the clothes of a button. */
export function Choose({ id, label, accept, multiple = false, folder = false, onFiles }: Props) {
  return (
    <span class="io-choose">
      <input
        id={id}
        type="file"
        {...(accept === undefined ? {} : { accept })}
        multiple={multiple || folder}
        ref={(place) => {
          if (place) place.webkitdirectory = folder;
        }}
        onChange={(event) => {
          const { files } = event.currentTarget;
          if (files && files.length > 0) onFiles(files);
          // The same file may be chosen again, once it was changed.
          event.currentTarget.value = "";
        }}
      />
      <label class="button" for={id}>
        {label}
      </label>
    </span>
  );
}
