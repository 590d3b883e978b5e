export function Problems() {
  return null;
}
