// Serves every example of Go under its code, as described in fastapi_server.py. The capital words are filled in.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
)

var _, _ = json.Marshal, io.WriteString

EXAMPLES

func main() {
	ROUTES
	fmt.Println("Go", runtime.Version()[2:])
	panic(http.ListenAndServe("127.0.0.1:"+os.Args[2], nil))
}
