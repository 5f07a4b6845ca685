import { hopefully } from './fault.js'
import { signal } from './process_tree.js'

const DEBUGGER = 'http://127.0.0.1:9229/json/list'
const PATIENCE_MS = 5_000

/** Keeps a Node process busy for so long by way of its own debugger. @returns whether it took it */
export async function blockEventLoop(pid: number, forMs: number): Promise<boolean> {
  if (!signal(pid, 'SIGUSR1')) return false
  let address: string | null = null
  const isOpen = async () => {
    address = await addressOfDebugger()
    return address !== null
  }
  if (!(await hopefully(isOpen, PATIENCE_MS))) return false
  const socket = new WebSocket(address!)
  const isHit = await new Promise<boolean>((resolve) => {
    const give = setTimeout(() => resolve(false), PATIENCE_MS)
    const end = (answer: boolean) => {
      clearTimeout(give)
      resolve(answer)
    }
    socket.onopen = () => evaluate(socket, 'process.pid')
    socket.onerror = () => end(false)
    socket.onmessage = ({ data }) => {
      // some other Node of this machine may have its debugger open
      if (JSON.parse(data).result?.result?.value !== pid) return end(false)
      evaluate(socket, `{ const end = Date.now() + ${forMs}; while (Date.now() < end); }`)
      end(true)
    }
  })
  setTimeout(() => socket.close(), isHit ? forMs + 3_000 : 0).unref()
  return isHit
}

function evaluate(socket: WebSocket, expression: string) {
  const params = { expression }
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))
}

async function addressOfDebugger(): Promise<string | null> {
  try {
    const response = await fetch(DEBUGGER, { signal: AbortSignal.timeout(1_000) })
    const [target] = (await response.json()) as { webSocketDebuggerUrl: string }[]
    return target?.webSocketDebuggerUrl ?? null
  } catch {
    return null
  }
}
