// Runs before the first paint, so that a remembered language or theme never flashes in late.
(() => {
  const kept = (name) => {
    try {
      return localStorage.getItem(`qa.${name}`);
    } catch {
      return null; // Storage may be closed to the page: the browser's own wishes stand then.
    }
  };
  const root = document.documentElement;
  const language = kept("language");
  if (language === "kk" || language === "ru") root.lang = language;
  const theme = kept("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  // A script of the page that does not come cannot say so itself: the frame shows the words it has for that.
  const lost = ({ target }) => target instanceof HTMLScriptElement && (root.dataset.late = "");
  addEventListener("error", lost, true);
})();
