const ENDS_BYTES = 64 * 1024

/** Keeps the first and the last 64 KiB of what a program writes, and says how much is missing between. */
export class BoundedOutput {
  private head = Buffer.alloc(0)
  private tail = Buffer.alloc(0)
  private droppedBytes = 0

  add(chunk: Buffer): void {
    const room = ENDS_BYTES - this.head.length
    this.head = Buffer.concat([this.head, chunk.subarray(0, room)])
    if (chunk.length > room) this.addToTail(chunk.subarray(Math.max(room, 0)))
  }

  text(): string {
    const gap = this.droppedBytes > 0 ? `\n... ${this.droppedBytes} bytes left out ...\n` : ''
    return this.head.toString('utf8') + gap + this.tail.toString('utf8')
  }

  private addToTail(chunk: Buffer): void {
    const all = Buffer.concat([this.tail, chunk])
    const excess = Math.max(0, all.length - ENDS_BYTES)
    this.droppedBytes += excess
    this.tail = Buffer.from(all.subarray(excess))
  }
}
