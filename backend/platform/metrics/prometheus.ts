// The parts of the Prometheus client that counting needs.
import { createRequire } from 'node:module'
import type * as client from '@prometheus-io/client'

/**
 * Its index takes 65 ms to load, most of them for pushing and for Node's own figures, which nobody may ask for; these take
 * 10. They are the same modules, so that what one way makes the other knows.
 */
const load = createRequire(import.meta.url)

export const Registry: typeof client.Registry = load('@prometheus-io/client/lib/registry.js')
export const Counter: typeof client.Counter = load('@prometheus-io/client/lib/counter.js')
export const Gauge: typeof client.Gauge = load('@prometheus-io/client/lib/gauge.js')
export const Histogram: typeof client.Histogram = load('@prometheus-io/client/lib/histogram.js')
