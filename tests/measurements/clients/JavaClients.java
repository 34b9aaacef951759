import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;

/** JavaClients HttpClient|HttpURLConnection. What is read and printed: see python_client.py. */
class JavaClients {
    static final Map<String, String> HEADERS =
            Map.of("Content-Type", "text/plain", "Authorization", "Bearer t", "Cookie", "a=b", "X-Probe", "1");
    static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    static int withClient(String method, String url, String body) throws Exception {
        var content = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, content);
        HEADERS.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    static int withConnection(String method, String url, String body) throws Exception {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod(method);
        HEADERS.forEach(connection::setRequestProperty);
        if (body != null) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes());
        }
        return connection.getResponseCode();
    }

    public static void main(String[] names) throws Exception {
        System.out.println(names[0] + " (Java " + System.getProperty("java.version") + ")");
        var lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = lines.readLine()) != null; ) {
            var words = line.split(" ");
            var body = Set.of("POST", "PUT", "QUERY").contains(words[0]) ? "0123456789" : null;
            try {
                System.out.println(names[0].equals("HttpClient")
                        ? withClient(words[0], words[1], body) : withConnection(words[0], words[1], body));
            } catch (Exception error) {
                System.out.println("error " + error.getClass().getSimpleName());
            }
        }
    }
}
