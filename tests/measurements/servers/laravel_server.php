<?php
// Serves every example of Laravel under its code, as described in fastapi_server.py. Run by PHP's own web server, which
// gives the folder in an environment variable, because it passes on no arguments.
$libraries = getenv("LARAVEL") ?: "/usr/share/php/Illuminate";
require "$libraries/autoload.php";
