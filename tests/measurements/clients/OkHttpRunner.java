import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Compiles with OkHttp 3 to 5; the name of its jar tells the version. What is read and printed: see python_client.py. */
class OkHttpRunner {
    public static void main(String[] none) throws Exception {
        var client = new OkHttpClient();
        var jar = new File(OkHttpClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        System.out.println("OkHttp (" + jar.getName() + ")");
        var lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = lines.readLine()) != null; ) {
            var words = line.split(" ");
            var body = Set.of("POST", "PUT", "QUERY").contains(words[0])
                    ? RequestBody.create(MediaType.parse("text/plain"), "0123456789") : null;
            var request = new Request.Builder().url(words[1]).method(words[0], body)
                    .header("Authorization", "Bearer t").header("Cookie", "a=b").header("X-Probe", "1").build();
            try (var response = client.newCall(request).execute()) {
                System.out.println(response.code());
            } catch (Exception error) {
                System.out.println("error " + error.getClass().getSimpleName());
            }
        }
        System.exit(0); // otherwise OkHttp's idle threads keep the program running for a minute
    }
}
