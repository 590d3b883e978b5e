export function Drop() {
  return null;
}
