import type { RequestListener } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { env } from "~/platform/env";
import { createHttp } from "./http";

/** The web server of `npm run dev`: Vite answers for sources, and a changed file makes the next request use a new build. */
export async function developmentHttp(vite: ViteDevServer) {
  let current = await load(vite);
  const app: RequestListener = (request, response) => {
    vite.middlewares(request, response, async () => {
      const fresh = await vite.ssrLoadModule("virtual:remix/server-build");
      if (fresh !== current.loaded) {
        await current.http.close();
        current = await load(vite);
      }
      current.http.app(request, response);
    });
  };
  return {
    app,
    close: async () => {
      await current.http.close();
      await vite.close();
    },
  };
}

async function load(vite: ViteDevServer) {
  const loaded = await vite.ssrLoadModule("virtual:remix/server-build");
  const build = { ...(loaded as ServerBuild), assetsBuildDirectory: "public" };
  return { loaded, http: await createHttp({ build, appUrl: env.APP_URL, production: false }) };
}
