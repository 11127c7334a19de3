import type { UnsentFile } from './unsent.ts'

/** What the server takes (channels/web/upload-form.ts). */
export const FILE_LIMIT_BYTES = 10 * 1024 * 1024
export const FILE_KINDS = 'image/*,application/pdf'

/** Photos of a phone have 10 to 50 megapixels; a bill is readable at this. */
const LONGEST_SIDE = 1_600
const JPEG_QUALITY = 0.82
/** Below this a photo is sent as it is. */
const SMALL_BYTES = 300_000

export type Prepared = { outcome: 'ready'; file: UnsentFile } | { outcome: 'too-large' | 'wrong-kind' }

/** Makes a chosen file ready to be kept and sent: photos become smaller here, on the device. */
export async function prepare(file: File): Promise<Prepared> {
  const isImage = file.type.startsWith('image/') && file.type !== 'image/svg+xml'
  if (!isImage && file.type !== 'application/pdf') return { outcome: 'wrong-kind' }
  const smaller = isImage && file.size > SMALL_BYTES ? await shrink(file) : undefined
  const content = smaller && smaller.size < file.size ? smaller : file
  if (content.size > FILE_LIMIT_BYTES) return { outcome: 'too-large' }
  const name = content === file ? file.name : `${file.name.replace(/\.\w+$/, '')}.jpg`
  return { outcome: 'ready', file: { name, type: content.type, data: await asDataUrl(content) } }
}

/** Undefined when the browser can't read the picture (HEIC outside Safari): it is sent as it is. */
async function shrink(file: File): Promise<Blob | undefined> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return undefined
    // JPEG knows no transparency: a screenshot's see-through corners would turn black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    return await new Promise((resolve) =>
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', JPEG_QUALITY),
    )
  } catch {
    return undefined
  }
}

function asDataUrl(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(content)
  })
}
