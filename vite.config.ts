/** How the browser's half is built: hashed files under dist/web, screens split from the first visit, and /api passed on while developing. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['CUSTODIA_URL'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/',
  publicDir: 'src/ui/public',
  plugins: [react()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts stay files: inlined ones would be fetched by everybody in the first script.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': server, '/verify': server } },
})
