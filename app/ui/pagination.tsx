import { useT } from "~/platform/i18n/react";

type PaginationProps = {
  /** Current page, from 1. */
  page: number;
  pages: number;
  /** The address of a page; the same for everyone, so a shared link restores the same view. */
  hrefOf: (page: number) => string;
};

/** Pages of a list: previous, a few numbers around here, next. Nothing is drawn for a single page. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useT("ui");
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={t("pages.label")}>
      {page > 1 ? (
        <a rel="prev" href={hrefOf(page - 1)}>
          {t("pages.previous")}
        </a>
      ) : (
        <span />
      )}
      <ol>
        {pageNumbers(page, pages).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={hrefOf(number)}
                aria-label={t("pages.page", { page: number })}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages ? (
        <a rel="next" href={hrefOf(page + 1)}>
          {t("pages.next")}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

/** First, last and the neighbours of the current page; null stands for a gap. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  return sorted.flatMap((n, i) => {
    const before = sorted[i - 1];
    if (before === undefined || n - before === 1) return [n];
    return n - before === 2 ? [n - 1, n] : [null, n];
  });
}
