<?php
// PHP's own HTTP stream (file_get_contents). What is read and printed: see python_client.py.
echo "PHP stream ", PHP_VERSION, "\n";
while (($line = fgets(STDIN)) !== false) {
    [$method, $url] = explode(" ", trim($line));
    $http = [
        "method" => $method,
        "header" => ["Content-Type: text/plain", "Authorization: Bearer t", "Cookie: a=b", "X-Probe: 1"],
        "ignore_errors" => true,
    ];
    if (in_array($method, ["POST", "PUT", "QUERY"])) {
        $http["content"] = "0123456789";
    }
    $answer = @file_get_contents($url, false, stream_context_create(["http" => $http]));
    $statuses = preg_grep('#^HTTP/#', $http_response_header ?? []);
    echo $answer === false ? "error" : explode(" ", end($statuses))[1], "\n";
    unset($http_response_header);
}
