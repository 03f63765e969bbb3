/** The heads of examples: a project in which one file is built, and what an example's file has before what it is about. */
export const built =
  '-- vercel.json\n{ "builds": [{ "src": "api_handler.py", "use": "@vercel/python" }] }\n-- api_handler.py\n';

export const mangum = `${built}from mangum import Mangum\n`;

export const mangumAndApp = `${mangum}from app.main import app\n\n`;

/** A project with the FastAPI preset, behind which tables of pyproject.toml may follow. */
export const project = '-- pyproject.toml\n[project]\nname = "shop"\nversion = "1"\ndependencies = ["fastapi"]\n';
