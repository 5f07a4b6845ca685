/** Paths or names (looked up on PATH) of the two programs that everything here runs. */
export interface MediaBinaries {
  ffmpeg: string
  ffprobe: string
}
