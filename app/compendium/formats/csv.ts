import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { cellOf, type ExchangeRow, exchangeColumns } from "./exchange";

/** Rows as CSV while they come: UTF-8, formulas made harmless, negative numbers left as numbers. */
export function csvOf(rows: AsyncIterable<ExchangeRow>): ReadableStream<Uint8Array> {
  const writer = stringify({
    columns: exchangeColumns,
    header: true,
    bom: true,
    escape_formulas: true,
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
  });
  const cells = Readable.from(
    (async function* () {
      for await (const row of rows) yield exchangeColumns.map((name) => cellOf(row[name]));
    })(),
  );
  cells.on("error", (error) => writer.destroy(error));
  cells.pipe(writer);
  return Readable.toWeb(writer) as ReadableStream<Uint8Array>;
}
