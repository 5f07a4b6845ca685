/*
| Runs ace commands from TypeScript sources. `./ace` makes sure of Node and the packages first.
*/
import '@poppinss/ts-exec'

await import('./bin/console.js')
