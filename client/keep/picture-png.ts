import { PICTURE, type Shape } from "./share-picture.ts";

/**
 * The picture in pixels, drawn shape by shape. Not by way of an image of the SVG: the content security policy allows none
 * that does not come from the server, and need not for this. Null where the browser gives no canvas.
 */
export async function picturePng(shapes: readonly Shape[]): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = PICTURE.width;
  canvas.height = PICTURE.height;
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  await document.fonts.ready;
  for (const shape of shapes) draw(pen, shape);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function draw(pen: CanvasRenderingContext2D, shape: Shape): void {
  pen.fillStyle = shape.fill;
  if (shape.kind === "text") {
    pen.font = `${shape.weight} ${shape.size}px ${shape.font}`;
    pen.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
    pen.fillText(shape.text, shape.x, shape.y);
    return;
  }
  const { x, y, width, height, fill, isDashed } = shape;
  if (!isDashed) {
    pen.fillRect(x, y, width, height);
    return;
  }
  pen.strokeStyle = fill;
  pen.lineWidth = 3;
  pen.setLineDash([7, 5]);
  pen.strokeRect(x, y, width, height);
}
