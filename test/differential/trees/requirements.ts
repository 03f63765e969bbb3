import { type Claims, each, noPreset } from './tree.ts';

const bare = { 'vercel.json': noPreset, 'api/index.py': 'app = 1\n' } as const;

/** Requirements files: A18, F1, F6, F7. */
// biome-ignore format: a list that is read across
const requirements = [
  '', '\n', '# nothing\n', 'fastapi\n', 'fastapi==0.1\n', 'fastapi>=0.1,<1\n', 'fastapi[all]\n',
  'fastapi [all] >= 1\n', 'a\nb\nc\n', 'a b\n', 'a==\n', 'a==1.*\n', 'a>=1.*\n', 'a~=1\n', 'a~=1.0\n', 'a===x\n',
  'a=1\n', 'a^1\n', 'a ^1\n', 'a>1<2\n', 'a>1, <2\n', 'a>1,\n', 'a;\n', 'a ;\n', 'a; python_version < "3.9"\n',
  'a; python_version < 3.9\n', "a; sys_platform == 'linux'\n", 'a; foo == "x"\n', 'a; python_version < "3.9" and\n',
  'a ; (python_version < "3.9" or extra == "x")\n', 'a#comment\n', 'a #comment\n', 'a # comment\n', '  a\n', '\ta\n',
  'a\t\n', 'a \\\n  ==1\n', 'a==1 \\\n  --hash=sha256:abc\n', 'a==1 --hash=sha256:abc\n', 'a==1 --hash=md5:abc\n',
  'a --hash\n', '-r base.txt\n', '-c c.txt\n', '--requirement base.txt\n', '--constraint c.txt\n', '-r\n',
  '-r other.txt\n', '-rbase.txt\n', '--requirement=base.txt\n', '# -r base.txt\n', '-e .\n', '-e ./pkg\n',
  '--editable .\n', '-e git+https://github.com/a/b#egg=c\n', '-e\n', '.\n', './pkg\n', '../pkg\n', '/abs/pkg\n',
  './x.whl\n', 'x-1.0-py3-none-any.whl\n', './x-1.0-py3-none-any.whl\n', 'file:///x\n',
  'https://e.org/x-1.0-py3-none-any.whl\n', 'a @ https://e.org/x-1.0.tar.gz\n', 'a@https://e.org/x.zip\n',
  'a @ git+https://github.com/a/b\n', 'a @ git+https://github.com/a/b@v1#subdirectory=c\n',
  'git+https://github.com/a/b\n', 'git+ssh://git@github.com/a/b.git\n', 'a @ file:///x\n', 'a @ ./x\n',
  '--index-url https://e.org/simple\n', '-i https://e.org/simple\n', '--extra-index-url https://e.org/simple\n',
  '--find-links x\n', '-f https://e.org\n', '--no-index\n', '--no-binary :all:\n', '--no-binary=a\n',
  '--only-binary :all:\n', '--pre\n', '--prefer-binary\n', '--trusted-host e.org\n', '--require-hashes\n',
  '--use-feature=x\n', '--config-settings x\n', '--unknown\n', '-x\n', '--index-url\n', '-i\n',
  'a --config-settings x=y\n', 'a --global-option=x\n', 'a --install-option=x\n',
  '--extra-index-url https://u:p@e.org/simple\n', `\${VAR}==1\n`, `a==\${VAR}\n`,
  `a @ https://\${TOKEN}@e.org/x.zip\n`, `--index-url https://\${TOKEN}@e.org/simple\n`, '$VAR\n', 'a\r\nb\r\n',
  'a\rb\r', 'a==1.0.0.dev1+local\n', 'a==1!2\n', 'a>=1+local\n', 'A_b.C\n', 'a-\n', '-a\n', '_a\n', 'a_\n', '1a\n',
  'a[x,y]\n', 'a[x,]\n', 'a[,x]\n', 'a[]\n', 'a[x\n', 'a]x\n', 'a(>1)\n', 'a (>1)\n', 'a (1)\n', 'a==1.0 b==2\n',
  'a==1 # c \\\nb\n', 'a \\\n', 'a\\\n', '\\\n', 'a==1; python_version>="3"\n', 'a==1;python_version>="3"#c\n',
  'a==1;python_version>="3" #c\n', 'é\n', '# é\n', 'a==é\n', '\u00a0a\n', 'a\u00a0==1\n', '\ta==1\t# x\n',
  'fastapi==0.1\nfastapi==0.2\n', 'a==1.0 --hash=sha256:a --hash=sha256:b\n', '<<<<<<< HEAD\n', '=======\n',
  'import x\n', '{"a": 1}\n', '[packages]\n', 'a = "1"\n', 'a: 1\n', 'a,b\n', '"a"\n', "'a'\n", 'a==1"\n',
  'python>=3.9\n', 'python_version==3.9\n', 'pip install fastapi\n', 'a==1.0.*, <2\n', 'a!=1.*\n', 'a<1.*\n',
  'a==1.0.post1\n', 'a== 1 . 0\n', 'a >=1 ,<2\n', 'a==latest\n', 'a==v1\n', 'a>=1,<2;python_version<"3"\n',
  'a==1 ; python_version in "3.8 3.9"\n', 'a; extra=="x"\n', 'a ; platform_machine!="x" and (os_name=="nt")\n',
  'a; python_full_version<"3.9.1"\n', 'a; implementation_name=="cpython"\n', 'a; "3"<python_version\n',
  'a; python_version=="3" or\n', 'a;;\n', 'a; python_version ~= "3"\n', 'a; python_version === "3"\n', 'a; x\n',
  'a; "a"=="b"\n', 'a; python.version<"3"\n',
  '-e git+https://github.com/a/b', '-e x', '-e c @ ./x', '-f x', '-f ./x', '-f https://x', '-i x',
  '--extra-index-url x', '--extra-index-url', 'a===1', 'a>1,,<2', 'a ,', 'a:1', 'a:', 'a-:b', 'b: x y',
  'a==1 \\\n # x\n', 'a==1 --hash=foo:abc', 'a==1 --hash=sha256', 'a==1 --hash sha256:x', 'a==1 --hash=sha256:x --foo',
  'a --foo', 'a -e x', '--no-binary\n', '--no-index x', '--pre x', '-r base.txt #x', '-c\n', '--hash=x',
  'http://x/y.zip', 'x.zip', 'x/y', 'x.tar.gz', '$X', 'a$b', 'a ; ', 'a é', 'a\tb', '\fa', 'a\fb', 'a==1 #',
  'a==1 # --hash', 'a==1 --', 'a==1 -- x', '-e a==1', '-e https://x/y.zip', '-e ./x[extra]',
  '-e ./x; python_version<"3"', '-e # c', '-e a b', '-e=./x', '-e./x', '--editable', '-e file:///x',
  '-e a @ git+https://x/y', '-e a @ https://x/y', '-e -r', '-i https://x #c', '-i https://x#c', '-ihttps://x',
  '--index-url=https://x', '-i c:x', '-i 1:x', '-i https://', '-i http://a b', '-r\nfoo\n', '-i\nhttps://x\na\n',
  '--prefer', '--prexyz', '--no-indexx', '--no-binary=a b', '--no-binary :all: #c', '--only-binary 1$',
  '--no-binary -a', 'a[x]]', 'a [x] @ https://x', 'a@', 'a @', 'a @ x y', 'a @ ./x ; python_version<"3"',
  'a @ ./x;python_version<"3"', 'a @ https://x;', 'a @ https://x ;', '(a)', 'https://x/y', 'a @ https://x/y.egg',
  'a @ https://x/y.git', 'a @ hg+https://x/y', 'a @ https://x/y.zip#sha256=1', 'a @ x ; foo', 'a()', 'a(>1', 'a( >1 ) ; os_name=="x"',
  'a(>1)b', './x y', './x ; foo', './x;foo', './x[a]b', '..', '/', '$/x', '$X/y', 'https://x y', 'x:y z', 'x/y z',
  'x.zip z', 'x.zip==1', 'a.whl', 'a.whl>1', 'a==1 --hash=x y', 'a==1 \\\n--hash=x', 'a==1 \\\n\\\n b', 'a==1\\',
  'a==1,', 'a>=1;b', 'a==1.*.2', 'a==1+l', 'a>1+l', 'a ==1 ,>2', 'a<>1', 'a=>1', 'a!1', 'a~1',
];

const foldersAndFiles = [
  ...['./pkg.v2', 'pkg.v2/', './src/../pkg.v2', 'src/pkg.v3', './src/pkg.v3/', './gone.v2', './file.v4', '..'],
  ...['-e ./pkg.v2', '-e src/pkg.v3', '-e ./gone.v2', '-e ./file.v4', 'a @ ./pkg.v2', 'a @ ./gone.v2', './pkg%2Ev2'],
  ...['-f ./pkg.v2', '-f file.v4', '--find-links plain.html', '-f gone', '-i ./pkg.v2', '--extra-index-url file.v4'],
  ...['-i /', '-i ../..', '-f ..', '-e ..', '/', '-i /gone'],
];

export const requirementClaims: Claims = {
  ...each('A18, F1, F7: a requirements file', requirements, (text) => ({
    ...bare,
    'requirements.txt': text,
    'base.txt': 'flask\n',
    'c.txt': '',
    'other.txt': '-r requirements.txt\n',
  })),
  ...each('a path whose name ends like a file is taken where it is a folder', foldersAndFiles, (text) => ({
    ...bare,
    'requirements.txt': text,
    'pkg.v2/setup.py': '',
    'src/pkg.v3/setup.py': '',
    'file.v4': '',
  })),
};
