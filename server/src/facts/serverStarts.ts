/**
 * Calls that start a server and come back only when it ends.
 *
 * Source: general knowledge of the projects; no documentation was read for it. A name that is wrong here finds nothing.
 * Date: 2026-11-25
 */
export const serverFunctions: ReadonlySet<string> = new Set([
  'uvicorn.run',
  'waitress.serve',
  'bottle.run',
  'werkzeug.serving.run_simple',
  'aiohttp.web.run_app',
  'cherrypy.quickstart',
  'eventlet.wsgi.server',
]);

/** The methods that do so, by the class or the function that makes the object. */
export const serverMethods: ReadonlyMap<string, string> = new Map([
  ['flask.Flask', 'run'],
  ['apiflask.APIFlask', 'run'],
  ['quart.Quart', 'run'],
  ['sanic.Sanic', 'run'],
  ['bottle.Bottle', 'run'],
  ['flask_socketio.SocketIO', 'run'],
  ['uvicorn.Server', 'run'],
  ['http.server.HTTPServer', 'serve_forever'],
  ['http.server.ThreadingHTTPServer', 'serve_forever'],
  ['wsgiref.simple_server.make_server', 'serve_forever'],
  ['gevent.pywsgi.WSGIServer', 'serve_forever'],
]);
