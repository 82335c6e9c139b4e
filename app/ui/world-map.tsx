import { useT } from "~/platform/i18n/react";
import { worldLand } from "./world-land";

export type MapPoint = {
  iso3: string;
  /** From `app/reference/country-points.json`: the same projection as the outline. */
  x: number;
  y: number;
  /** named: in a pledge; island: a small island developing State named in a pledge; unnamed: not yet. */
  kind: "named" | "island" | "unnamed";
  /** Name and count, for the link. */
  label?: string;
  href?: string;
};

type WorldMapProps = {
  points: MapPoint[];
  /** What the map shows, with its figures: read out instead of the drawing. */
  label: string;
};

/**
 * Every country and territory as one dot of one size on the outline of the land, without borders: Tuvalu is as visible as Brazil.
 * A point with an address is a link for those who point: dots stand closer than fingers and keys allow, so the page lists the same places
 * and says the label in words. Points without one are drawn together, so that the page stays light. Always with `MapNotes`.
 */
export function WorldMap({ points, label }: WorldMapProps) {
  const links = points.filter((point) => point.href);
  const plain = points.filter((point) => !point.href);
  const named = links.length > 0 ? ({ "aria-hidden": "true" } as const) : { role: "img", "aria-label": label };
  const dots = (kind: MapPoint["kind"]) => dotPath(plain.filter((point) => point.kind === kind));
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named or hidden by the attributes
    <svg className="map" viewBox={worldLand.viewBox} {...named}>
      <path className="land" d={worldLand.path} />
      <path className="dot ring" d={dots("unnamed")} />
      <path className="dot hole" d={dots("unnamed")} />
      <path className="dot halo" d={dots("island")} />
      <path className="dot gap" d={dots("island")} />
      <path className="dot" d={dots("named") + dots("island")} />
      {links.map((point) => (
        <LinkedDot key={point.iso3} point={point} />
      ))}
    </svg>
  );
}

/** A line of no length with round ends is a dot: the shortest way to write two hundred of them. */
function dotPath(points: MapPoint[]): string {
  return points.map(({ x, y }) => `M${x} ${y}h0`).join("");
}

const layers: Record<MapPoint["kind"], string[]> = {
  named: ["dot"],
  island: ["dot halo", "dot gap", "dot"],
  unnamed: ["dot ring", "dot hole"],
};

function LinkedDot({ point }: { point: MapPoint }) {
  return (
    <a href={point.href} tabIndex={-1}>
      <title>{point.label}</title>
      {layers[point.kind].map((layer) => (
        <path key={layer} className={layer} d={dotPath([point])} />
      ))}
    </a>
  );
}

/** What the marks mean. */
export function MapKey() {
  const t = useT("ui");
  return (
    <p className="key quiet">
      {(["named", "island", "unnamed"] as const).map((kind) => (
        <span key={kind}>
          <svg className="map" viewBox="0 0 12 12" aria-hidden="true">
            {layers[kind].map((layer) => (
              <path key={layer} className={layer} d="M6 6h0" />
            ))}
          </svg>
          {t(`map.${kind}`)}
        </span>
      ))}
    </p>
  );
}

/** The disclaimer that goes with every map of the United Nations system, and the source of the outline. */
export function MapNotes() {
  const t = useT("ui");
  return (
    <p className="small quiet">
      {t("map.disclaimer")} {t("map.source")}
    </p>
  );
}
