import { picture } from "../../state/design";
import { checked } from "../../state/design";

export function Picture() {
  return <img class="card-picture" alt={checked.value.sentence ?? ""} src={`data:image/svg+xml,${encodeURIComponent(picture.value ?? "")}`} />;
}

export { PatternPicture } from "./pattern";
