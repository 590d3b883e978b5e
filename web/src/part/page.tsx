import { form } from "../state/design";

export function Page() {
  return <pre>{JSON.stringify(form.value, null, 2)}</pre>;
}
