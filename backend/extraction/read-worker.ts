// The other thread of `read-aside.ts`: reads one text and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { readText } from './read-text.ts'

parentPort?.postMessage(readText(workerData))
