// Grey lines where the content will be, while it is on its way.

export function Skeleton() {
  return (
    <main class="body" aria-busy="true">
      <p class="hidden" role="status">
        Loading
      </p>
      <SkeletonLines />
    </main>
  )
}

export function SkeletonLines() {
  return (
    <div aria-hidden="true" class="skeleton">
      <i />
      <i />
      <i />
      <i />
    </div>
  )
}
