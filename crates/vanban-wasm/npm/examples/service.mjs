import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { Invalid, Renderer } from 'vanban'
const renderer = new Renderer()
createServer(async (request, response) => {
  const json = (status, value) => response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value, null, 2))
  try {
    const document = await renderer.renderAsync(await buffer(request), ['pdf'])
    const name = `attachment; filename="${document.fileName}.pdf"`
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-disposition': name }).end(document.pdf())
  } catch (error) {
    error instanceof Invalid ? json(422, error.problems) : json(500, { message: 'không làm được văn bản' })
  }
}).listen(process.env.PORT ?? 8621, '127.0.0.1')
