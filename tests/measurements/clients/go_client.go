// What is read and printed: see python_client.py.
package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"strings"
)

func send(method, url string) (int, error) {
	var body io.Reader
	if method == "POST" || method == "PUT" || method == "QUERY" {
		body = strings.NewReader("0123456789") // of this type the library can make the body again
	}
	request, err := http.NewRequest(method, url, body)
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", "text/plain")
	request.Header.Set("Authorization", "Bearer t")
	request.Header.Set("Cookie", "a=b")
	request.Header.Set("X-Probe", "1")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	return response.StatusCode, nil
}

func main() {
	fmt.Println("Go", strings.TrimPrefix(runtime.Version(), "go"))
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		words := strings.Fields(lines.Text())
		if status, err := send(words[0], words[1]); err != nil {
			fmt.Println("error", err)
		} else {
			fmt.Println(status)
		}
	}
}
