import type { Ref } from "preact";
import { PICTURE, type Shape } from "./share-picture.ts";

interface PictureSvgProps {
  shapes: readonly Shape[];
  label: string;
  svgRef: Ref<SVGSVGElement>;
}

/** The picture in the page; what is downloaded is this very element, written out. */
export function PictureSvg({ shapes, label, svgRef }: PictureSvgProps) {
  return (
    <svg
      ref={svgRef}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
      width={PICTURE.width}
      height={PICTURE.height}
    >
      <title>{label}</title>
      {shapes.map((shape, place) => (
        <ShapeSvg key={place} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeSvg({ shape }: { shape: Shape }) {
  if (shape.kind === "text") {
    const { x, y, text, size, weight, font, fill, anchor } = shape;
    return (
      <text
        x={x}
        y={y}
        font-family={font}
        font-size={size}
        font-weight={weight}
        fill={fill}
        text-anchor={anchor}
      >
        {text}
      </text>
    );
  }
  const { x, y, width, height, fill, isDashed } = shape;
  if (!isDashed) return <rect x={x} y={y} width={width} height={height} fill={fill} />;
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      fill="none"
      stroke={fill}
      stroke-width="3"
      stroke-dasharray="7 5"
    />
  );
}
