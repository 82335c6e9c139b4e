import { micromark } from "micromark";

// A description is prose: paragraphs, emphasis, lists and links. The rest of Markdown would break the page's own outline.
const subset = {
  disable: {
    null: [
      "headingAtx",
      "setextUnderline",
      "htmlFlow",
      "htmlText",
      "labelStartImage",
      "codeIndented",
      "thematicBreak",
      "definition",
    ],
  },
};

/** A pledger's Markdown as safe HTML: raw HTML is shown as text, addresses other than http, https and mailto are dropped. */
export const descriptionHtml = (text: string): string =>
  micromark(text, { extensions: [subset] }).replaceAll("<a ", '<a rel="nofollow ugc noopener" ');
