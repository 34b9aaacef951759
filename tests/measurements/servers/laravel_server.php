<?php
// Serves every example of Laravel under its code, as described in fastapi_server.py. Started as a program
// it only names its version. PHP's own web server passes on no arguments: EXAMPLES is the folder, AUTOLOAD the file that
// loads Laravel's classes.
use Illuminate\Config\Repository;
use Illuminate\Filesystem\FilesystemServiceProvider;
use Illuminate\Foundation\Application;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Facade;
use Illuminate\Support\Facades\Route;
use Illuminate\View\ViewServiceProvider;

require getenv("AUTOLOAD");
if (PHP_SAPI === "cli") {
    exit("Laravel " . Application::VERSION . ", PHP " . PHP_VERSION . "\n");
}

$app = new Application(getenv("EXAMPLES"));
$app->instance("config", new Repository(["view" => ["paths" => [], "compiled" => sys_get_temp_dir()]]));
$request = Request::capture();
$app->instance("request", $request);
$app->register(FilesystemServiceProvider::class);
$app->register(ViewServiceProvider::class);
Facade::setFacadeApplication($app);
foreach (glob(getenv("EXAMPLES") . "/*.txt") as $file) {
    Route::prefix(basename($file, ".txt"))->group(fn() => require $file);
}
$app["router"]->dispatch($request)->send();
