// A line that says what happened and goes away.
import { byId } from "./dom";

let fading = 0;

export function toast(words: string): void {
  const line = byId("toast");
  line.textContent = words;
  line.hidden = !words;
  clearTimeout(fading);
  fading = window.setTimeout(() => (line.hidden = true), 4000);
}

// Puts the address, which holds the view, on the clipboard.
export async function share(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    toast("The address of this view is on the clipboard.");
  } catch {
    toast("Copy the address of this page: it shows this view.");
  }
}
