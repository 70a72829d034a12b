// Light, dark, or as the reader's system has it. Remembered where the browser lets a page remember.
import { byId } from "./dom";

const key = "demarche-theme";
type Theme = "auto" | "light" | "dark";
const next: Record<Theme, Theme> = { auto: "dark", dark: "light", light: "auto" };

function remembered(): Theme {
  try {
    const theme = localStorage.getItem(key);
    return theme === "light" || theme === "dark" ? theme : "auto";
  } catch {
    return "auto"; // No storage for files in this browser.
  }
}

export function setUpTheme(changed: () => void): void {
  let theme = remembered();
  const button = byId("theme");
  const apply = () => {
    document.documentElement.dataset.theme = theme;
    button.textContent = { auto: "◐", light: "☀", dark: "☾" }[theme];
    button.setAttribute("aria-label", `Colours: ${theme === "auto" ? "as the system" : theme}`);
    button.title = button.getAttribute("aria-label")!;
  };
  apply();
  button.addEventListener("click", () => {
    theme = next[theme];
    try {
      localStorage.setItem(key, theme);
    } catch {
      // Then it holds until the page is closed.
    }
    apply();
    changed();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
