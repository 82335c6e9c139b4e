/**
 * The only script of the site. Pages are complete without it; it saves drafts, checks fields on leaving them, counts characters, copies,
 * listens for shortcuts and keeps typed text when a session ends. Each part looks for its own data attribute and does nothing without it.
 */
import { autosave } from "~/ui/enhance/autosave";
import { checkFields } from "~/ui/enhance/check-fields";
import { countCharacters } from "~/ui/enhance/count-characters";
import { focusErrors, offerCopy, sendOnce } from "~/ui/enhance/forms";
import { keepTyped } from "~/ui/enhance/keep-typed";
import { listenForShortcuts } from "~/ui/enhance/shortcuts";

// Typed text goes back into the fields before anything counts or saves it. A part that fails (a browser may forbid storage) leaves the
// others working.
for (const part of [
  keepTyped,
  autosave,
  checkFields,
  countCharacters,
  offerCopy,
  sendOnce,
  focusErrors,
  listenForShortcuts,
])
  try {
    part();
  } catch (error) {
    reportError(error);
  }
