import { drawResult, type ResultPicture } from '../../ui/model/draw-result.ts';
import { download, nameFile } from './save-file.ts';

/** Saves a result as a picture; false where this browser makes none. */
export async function saveResult(picture: ResultPicture): Promise<boolean> {
  const canvas = document.createElement('canvas');
  drawResult(canvas, picture);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) return false;
  download(new Uint8Array(await blob.arrayBuffer()), nameFile(picture.result, new Date(), 'png'));
  return true;
}
