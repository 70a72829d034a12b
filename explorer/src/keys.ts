// Keys that work everywhere but in a field or a dialog.

export function setUpKeys(keys: Record<string, () => void>, escape: () => void): void {
  document.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) return escape();
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, textarea, dialog")) return;
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
}
