// Runs in a browser: see picture-difference.ts.

/** Two PNGs in base64: how many pixels differ, and the second one, faint, with those in red. */
// biome-ignore lint/correctness/noUnusedVariables: called by picture-difference.ts
async function comparePictures(sides) {
  const bitmaps = await Promise.all(
    sides.map(async (side) => {
      const bytes = Uint8Array.from(atob(side), (letter) => letter.charCodeAt(0));
      return createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    }),
  );
  const width = Math.max(...bitmaps.map((bitmap) => bitmap.width));
  const height = Math.max(...bitmaps.map((bitmap) => bitmap.height));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas to compare on');
  const [one, other] = bitmaps.map((bitmap) => {
    context.clearRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, width, height);
  });
  if (!one || !other) throw new Error('two pictures are needed');

  // A pixel is one number of 32 bits.
  const left = new Uint32Array(one.data.buffer);
  const right = new Uint32Array(other.data.buffer);
  const RED = [196, 0, 0, 255];
  const FAINT_ALPHA = 48;
  let pixels = 0;
  for (let index = 0; index < right.length; index += 1) {
    if (left[index] === right[index]) other.data[4 * index + 3] = FAINT_ALPHA;
    else {
      other.data.set(RED, 4 * index);
      pixels += 1;
    }
  }
  context.putImageData(other, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return { pixels, png: btoa(letters) };
}
