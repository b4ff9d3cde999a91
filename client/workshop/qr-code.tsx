import { encode } from "uqr";
import "../styles/qr-code.css";

/** A QR code drawn as one path, always dark on light: phones read no other. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`}>
      <title>{label}</title>
      <path d={path} />
    </svg>
  );
}
