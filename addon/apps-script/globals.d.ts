// What the script finds around it at Google, and what the build puts in.
/// <reference types="google-apps-script" />

/** The backend's address that this build was made for. */
declare const __BACKEND_URL__: string
/** The product's version. */
declare const __VERSION__: string
