/** Where a watermark stands. */
export const CORNERS = ['top_left', 'top_right', 'bottom_left', 'bottom_right', 'center'] as const
export type Corner = (typeof CORNERS)[number]

/** One change of the pictures. Lengths are parts of the picture's size, so that every rung looks alike. */
export type FilterRecipe =
  | { kind: 'grayscale' | 'sepia' | 'edges' | 'enhance' | 'deinterlace' | 'stabilise' }
  /** Strength 0 (nothing) to 1 (most). */
  | { kind: 'blur' | 'sharpen' | 'denoise'; strength: number }
  /** Contrast and saturation 0 to 3 (1: unchanged), brightness -1 to 1 (0: unchanged). */
  | { kind: 'adjust'; contrast: number; brightness: number; saturation: number }
  | TextWatermark
  | ImageWatermark

interface Placed {
  corner: Corner
  /** 0 (unseen) to 1. */
  opacity: number
  /** Distance from the edges as a part of the picture's shorter side; left out: 0.03. */
  margin?: number
}

export interface TextWatermark extends Placed {
  kind: 'text'
  text: string
  /** Height of the letters as a part of the picture's height, 0.01 to 0.5. */
  size: number
}

/** The picture's file is given with the paths of the run: recipes hold no paths. */
export interface ImageWatermark extends Placed {
  kind: 'image'
  /** Its width as a part of the picture's width, 0.01 to 1; it stays whole within the margins. */
  size: number
  /** Which picture, for whoever brings the file; nothing to ffmpeg. */
  pictureId?: string
}
