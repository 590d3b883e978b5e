// Before the first paint: the colours that this person chose, so that a dark page does not begin with a white flash.
try {
  const theme = localStorage.getItem("wso2-design.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Without a storage the system decides.
}
