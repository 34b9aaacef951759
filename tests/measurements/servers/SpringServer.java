// Serves every example of Spring under its code, as described in fastapi_server.py. The capital words are filled in.
import java.net.URI;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.core.SpringVersion;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@EnableAutoConfiguration
public class SpringServer {
    public static void main(String[] arguments) {
        System.out.println("Spring Boot " + SpringBootVersion.getVersion() + ", Spring " + SpringVersion.getVersion());
        var application = new SpringApplication(SpringServer.class, CLASSES);
        application.setLogStartupInfo(false);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        application.run("--server.port=" + arguments[1], "--server.address=127.0.0.1");
    }
}

EXAMPLES
