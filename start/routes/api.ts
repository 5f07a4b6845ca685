/* API routes */
export {}
