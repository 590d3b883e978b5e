export function Differences() {
  return null;
}
