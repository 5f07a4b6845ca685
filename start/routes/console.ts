/* Console routes */
export {}
