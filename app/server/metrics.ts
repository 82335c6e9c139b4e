import type { RequestHandler } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { PageCache } from "./page-cache";

/** Counts and durations for Prometheus. They name no address and no person. */
export function createMetrics(cache: PageCache): { observe: RequestHandler; answer: RequestHandler } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "http_request_seconds",
    help: "Time from request to the end of its answer.",
    labelNames: ["method", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const sizes = { bytes: "Bytes of whole answers in the page cache.", entries: "Whole answers in the page cache." };
  for (const [name, help] of Object.entries(sizes))
    new Gauge({
      name: `page_cache_${name}`,
      help,
      registers,
      collect() {
        this.set(cache.size[name as keyof typeof sizes]);
      },
    });

  return {
    observe: (req, res, next) => {
      const stop = seconds.startTimer();
      res.on("finish", () => stop({ method: req.method, status: String(res.statusCode) }));
      next();
    },
    // For a collector on this machine only: what comes through the proxy carries its mark.
    answer: async (req, res, next) => {
      const local = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(req.socket.remoteAddress ?? "");
      if (!local || req.headers["x-forwarded-for"] !== undefined) return next();
      res
        .type(registry.contentType)
        .set("Cache-Control", "no-store")
        .send(await registry.metrics());
    },
  };
}
